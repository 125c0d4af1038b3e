struct Text {
    int length = 0;

private:
    int unused_member_ = 0;
};
int twice(Text text) { return 2 * text.length; }

#include <string>

int twice(const std::string& text);
int twice(const std::string& text) {
    const std::string copy = text;
    const int half = static_cast<int>(text.size()) / 2;
    if (half > 1) {
        return 1;
    }
    return static_cast<int>(copy.size()) + static_cast<int>(sizeof(text.data()) / sizeof(text.data()[0]));
}

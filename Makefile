# The verbs of the house, one line each; what they do is in tools/.
.PHONY: build demo test fast check fix run bench score fuzz nightly clean
build:   ; @tools/setup && tools/build release
demo:    ; @tools/demo
run:     ; @tools/demo --run
test:    ; @tools/test
fast:    ; @tools/test --fast
check:   ; @tools/check
fix:     ; @tools/fix
bench:   ; @tools/bench
score:   ; @tools/build release anmin && tools/score
fuzz:    ; @tools/fuzz
nightly: ; @tools/nightly
clean:   ; @rm -rf build web/dist

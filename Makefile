# The verbs of the house, one line each; what they do is in tools/.
.PHONY: build demo test fast check fix run bench score fuzz oracle nightly clean
build:   ; @tools/setup && tools/build release
demo:    ; @tools/demo
run:     ; @tools/demo --run
test:    ; @tools/test
fast:    ; @tools/test --fast
check:   ; @tools/check
fix:     ; @tools/fix
bench:   ; @tools/with-postgres tools/bench && tools/with-postgres tools/bench-divisions
score:   ; @tools/build release anmin && tools/score
fuzz:    ; @tools/fuzz
oracle:  ; @tools/oracle
nightly: ; @tools/nightly
clean:   ; @rm -rf build web/dist

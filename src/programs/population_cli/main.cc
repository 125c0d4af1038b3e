// The command alone, for trying it without the rest of Anmin.
#include "population_cli/population_cli.h"

int main(int count, char** words) {
    return anmin::population_cli::run_population({words + 1, words + count});
}

#include "cli/run.hpp"

int main(int argc, char** argv) { return triptych::cli::run(argc, argv); }

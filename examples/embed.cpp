// The shortest program that builds a book with the library: embed DATA BOOK OUTPUT.epub
#include <fstream>

#include <triptych/build.hpp>

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    const auto data = triptych::folder_files(argv[1]), book = triptych::folder_files(argv[2]);
    const triptych::Modules modules(triptych::module_folders());
    triptych::Request request;
    request.book = book.get(), request.data = data.get(), request.modules = &modules;
    request.panels = {triptych::Panel::epub};
    const auto result = triptych::build(request);
    if (result.outputs.empty()) return 1;
    return std::ofstream(argv[3], std::ios::binary) << result.outputs.front().bytes ? 0 : 1;
}

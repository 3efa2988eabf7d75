// One file of a layout that extends the default one; the first byte says which.

#include <array>

#include <triptych/files.hpp>

#include "bytes.hpp"
#include "style/sheet.hpp"

using namespace triptych;

namespace {

std::map<std::string, std::string> default_layout() {
    const auto data = folder_files(TRIPTYCH_SOURCE_DIR);
    std::map<std::string, std::string> files;
    for (const auto& path : data->list("layouts/default")) files[path] = data->read(path).value();
    return files;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto layouts = default_layout();
    constexpr std::array names = {"theme", "booklet", "epub", "slides"};
    std::string_view text = fuzz::text_of(data, size);
    const std::string name = names[fuzz::take_choice(text, names.size())];
    auto files = layouts;
    files["layouts/own/theme.yaml"] = "extends: default\n";
    files["layouts/own/" + name + ".yaml"] = text;
    Sources sources;
    Diagnostics diagnostics;
    style::load(*memory_files(std::move(files)), "own", sources, diagnostics);
    return 0;
}

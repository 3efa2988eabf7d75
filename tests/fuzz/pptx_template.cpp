// The parts of a template, each behind a line `=== input NAME`, through the deck that is made on
// it.

#include <triptych/build.hpp>

#include "base/zip.hpp"
#include "bytes.hpp"

using namespace triptych;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto house = folder_files(TRIPTYCH_SOURCE_DIR);
    static const auto book =
        memory_files({{"README.md", "# Un\n\n## Deux\n\nTrois\n\n* quatre\n"}});
    std::vector<ZipEntry> parts;
    for (auto& [name, bytes] : fuzz::book_of(fuzz::text_of(data, size)))
        parts.push_back({name, std::move(bytes)});
    const auto given = memory_files({{"given.pptx", zip(std::move(parts)).value_or("")}});
    Request request;
    request.book = book.get();
    request.data = house.get();
    request.template_folder = given.get();
    request.template_file = "given.pptx";
    request.panels = {Panel::pptx};
    request.jobs = 1;
    build(request);
    return 0;
}

// One font file: opened, asked, shaped with, cut down for both kinds of output, drawn.

#include <triptych/files.hpp>

#include "bytes.hpp"
#include "font/library.hpp"

using namespace triptych;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto files = memory_files({{"a.ttf", std::string(fuzz::text_of(data, size))}});
    const font::Library library(*files, {{"a.ttf", "A", 400, false}}, {});
    const FaceId face = library.find("A", 700, true);
    library.itemize("Aé 1️⃣", face);
    const auto glyphs = library.shape({"Affiche\u0301 1", face, Length::points(10), "fr", {}, {}});
    std::vector<std::uint16_t> ids = {0, 1, 2, 65535};
    for (const auto& glyph : glyphs) {
        library.advance(face, glyph.id);
        library.outline(face, glyph.id);
    }
    library.subset(face, ids);
    library.subset_for_text(face, {U'A', U'f', U'i', U'é'}, "fr");
    return 0;
}

// A whole book, as in the golden cases, through the reader and into the text form of the model.

#include <triptych/files.hpp>
#include <triptych/findings.hpp>

#include "bytes.hpp"
#include "doc/walk.hpp"
#include "gitbook/read.hpp"

using namespace triptych;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto files = memory_files(fuzz::book_of(fuzz::text_of(data, size)));
    Sources sources;
    Diagnostics diagnostics;
    Changes changes;
    const auto book = gitbook::read(*files, {}, sources, diagnostics, &changes);
    if (book) doc::dump(*book);
    for (const auto format : {FindingsFormat::text, FindingsFormat::json, FindingsFormat::sarif})
        tell(fold(diagnostics, {}), sources, {format, true, {}});
    return 0;
}

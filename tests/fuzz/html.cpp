// One page that is a single HTML block.

#include "bytes.hpp"
#include "gitbook/convert/parse_body.hpp"

using namespace triptych;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Diagnostics diagnostics;
    const std::string page = "<div>" + std::string(fuzz::text_of(data, size));
    gitbook::parse_body(page, FileId{0}, 0, {}, diagnostics);
    return 0;
}

// One page through the scanner of tags, formulas and variables.

#include "bytes.hpp"
#include "gitbook/syntax/scan_tags.hpp"

using namespace triptych;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Diagnostics diagnostics;
    gitbook::scan_tags(fuzz::text_of(data, size), FileId{0}, 0,
                       {{"page.vars.x", "{{ page.vars.x }}"}, {"book.version", "2"}}, diagnostics);
    return 0;
}

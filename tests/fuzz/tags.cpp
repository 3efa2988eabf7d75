// One page through the scanner of tags, formulas and variables.

#include "bytes.hpp"
#include "gitbook/syntax/scan_tags.hpp"

using namespace triptych;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Diagnostics diagnostics;
    const gitbook::Variables variables{{"page.vars.x", "{{ page.vars.x }}"}, {"book.version", "2"}};
    gitbook::MappedText source(FileId{0});
    source.copy(fuzz::text_of(data, size), 0);
    gitbook::scan_tags(source, {variables, true, 1000}, diagnostics);
    return 0;
}

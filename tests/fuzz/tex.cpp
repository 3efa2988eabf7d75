// One formula.

#include "doc/tex.hpp"
#include "bytes.hpp"

using namespace triptych;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    doc::tex::parse(fuzz::text_of(data, size));
    return 0;
}

// A finished PDF through its verifier.

#include "bytes.hpp"
#include "verify/verify.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    triptych::verify::verify(triptych::fuzz::text_of(data, size));
    return 0;
}

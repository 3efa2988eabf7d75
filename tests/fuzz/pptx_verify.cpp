// A finished presentation through its verifier.

#include <triptych/verify.hpp>

#include "bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    triptych::verify_pptx(triptych::fuzz::text_of(data, size));
    return 0;
}

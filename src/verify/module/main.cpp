#include <triptych/verify.hpp>

#include "verify/verify.hpp"

extern "C" void triptych_verify(const char* bytes, std::size_t size, TriptychVerifyReport report,
                                void* sink) {
    for (const auto& violation : triptych::verify::verify({bytes, size}))
        report(sink, violation.clause.c_str(), violation.message.c_str());
}

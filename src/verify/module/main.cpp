#include <triptych/verify_module.hpp>

#include "verify/derive.hpp"
#include "verify/verify.hpp"

extern "C" void triptych_verify(const char* bytes, std::size_t size, TriptychVerifyText claims,
                                TriptychVerifyReport report, void* sink) {
    const auto verdict = triptych::verify::verify_claims({bytes, size});
    claims(sink, verdict.claims.data(), verdict.claims.size());
    for (const auto& violation : verdict.violations)
        report(sink, violation.clause.c_str(), violation.message.c_str());
}

extern "C" void triptych_derive(const char* bytes, std::size_t size, TriptychVerifyText html,
                                void* sink) {
    const std::string text = triptych::verify::derive_html({bytes, size});
    html(sink, text.data(), text.size());
}

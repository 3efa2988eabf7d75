#include <triptych/imposition.hpp>

#include <charconv>

namespace triptych {
namespace {

constexpr std::string_view signatures = "signatures:";
constexpr unsigned most_sheets = 64;

/// Sheets of `signatures:N`; 0 when it is not that.
unsigned signature_sheets(std::string_view binding) {
    if (!binding.starts_with(signatures)) return 0;
    const std::string_view digits = binding.substr(signatures.size());
    unsigned sheets = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), sheets);
    const bool whole = parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size();
    return whole && sheets <= most_sheets ? sheets : 0;
}

}  // namespace

bool set_binding(std::string_view binding, Imposition& imposition) {
    if (binding == "saddle") {
        imposition.binding = Binding::saddle;
    } else if (binding == "2up") {
        imposition.binding = Binding::two_up;
    } else if (const unsigned sheets = signature_sheets(binding); sheets > 0) {
        imposition.binding = Binding::signatures;
        imposition.signature_sheets = sheets;
    } else {
        return false;
    }
    return true;
}

}  // namespace triptych

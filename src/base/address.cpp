#include "base/address.hpp"

#include <string>

#include "base/text.hpp"

namespace triptych {

bool says_address(std::string_view title, std::string_view address) {
    const auto bare = [](std::string_view written) {
        std::string shown = text::short_address(written);
        return shown.starts_with("www.") ? shown.substr(4) : shown;
    };
    return bare(title) == bare(address);
}

}  // namespace triptych

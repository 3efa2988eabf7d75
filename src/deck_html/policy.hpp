#pragma once

#include <string>
#include <string_view>

namespace triptych::deck_html {

/// By what the page's policy knows a style sheet or script (CSP 3 §2.3.1), behind `sha256-`: only
/// those that it knows run.
std::string hash_source(std::string_view text);

}  // namespace triptych::deck_html

#include "syntax/marked_listings.hpp"

#include <utility>

namespace triptych::syntax {

std::string MarkedListings::key(std::string_view language, std::string_view text) {
    return std::string(language) + '\n' + std::string(text);
}

void MarkedListings::begin_build() { before_ = std::exchange(now_, {}); }

const MarkedListings::Parts* MarkedListings::find(std::string_view language,
                                                  std::string_view text) {
    const std::string name = key(language, text);
    if (const auto found = now_.find(name); found != now_.end()) return &found->second;
    if (auto known = before_.extract(name)) return &now_.insert(std::move(known)).position->second;
    return nullptr;
}

void MarkedListings::keep(std::string_view language, std::string_view text, Parts parts) {
    now_.insert_or_assign(key(language, text), std::move(parts));
}

}  // namespace triptych::syntax

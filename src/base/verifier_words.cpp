#include "base/verifier_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <triptych/foreign_message.hpp>

#include "base/catalogue.hpp"

namespace triptych {
namespace {

/// Where in the file it is, behind the sentence.
constexpr std::array places = {message_id(" (page {})"), message_id(" (object {})")};

/// Those with the most words first, since gaps fit anything.
std::vector<const char*> sentences() {
    std::vector<const char*> all;
    for (const auto& [key, translation] : *catalogue(MessageLanguage::french))
        if (key.starts_with("verify\4")) all.push_back(key.c_str());
    std::sort(all.begin(), all.end(), [](const char* a, const char* b) {
        const std::string_view x = a, y = b;
        return x.size() != y.size() ? x.size() > y.size() : x < y;
    });
    return all;
}

}  // namespace

Message said_by_verifier(std::string_view text) {
    static const std::vector<const char*> known = sentences();
    for (const std::string_view front : {" (page ", " (object "})
        if (const std::size_t place = text.rfind(front);
            place != std::string_view::npos && text.ends_with(')'))
            return say("{}{}", said_by_library(text.substr(0, place), known),
                       said_by_library(text.substr(place), places));
    return said_by_library(text, known);
}

}  // namespace triptych

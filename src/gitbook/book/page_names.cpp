#include "gitbook/book/page_names.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t most_folders = 20;

std::string address_of(std::string_view path) {
    std::string address = "/";
    for (const char c : path)
        if (c == '%')
            address += "%25";
        else if (c == '#')
            address += "%23";
        else if (c == '?')
            address += "%3F";
        else
            address += c;
    return address;
}

}  // namespace

PageNames::PageNames(const FileIndex& index) : index_(index) {
    const auto& paths = index.paths();
    for (std::uint32_t i = 0; i < paths.size(); ++i) {
        const std::string folded = text::lower_case(text::nfc(paths[i]));
        std::string_view rest = folded;
        // By its name, and by its name behind each of its folders.
        std::size_t begin = rest.size();
        for (std::size_t part = 0; part < most_folders && begin != 0; ++part) {
            const std::size_t slash = rest.rfind('/', begin - 1);
            begin = slash == rest.npos ? 0 : slash;
            const std::string_view name = rest.substr(slash == rest.npos ? 0 : slash + 1);
            by_name_.try_emplace(std::string(name), i);
            if (is_markdown(name))
                by_name_.try_emplace(std::string(name.substr(0, name.rfind('.'))), i);
        }
    }
}

std::optional<std::string> PageNames::find(std::string_view name) const {
    while (name.starts_with('/') || name.starts_with("./")) name.remove_prefix(1);
    std::string folded = text::lower_case(text::nfc(name));
    auto found = by_name_.find(folded);
    if (found == by_name_.end()) {
        // Wikis write hyphens for the spaces of a name.
        std::replace(folded.begin(), folded.end(), ' ', '-');
        found = by_name_.find(folded);
    }
    if (found == by_name_.end()) return std::nullopt;
    return address_of(index_.paths()[found->second]);
}

}  // namespace triptych::gitbook

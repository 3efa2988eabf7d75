#include "gitbook/book/slide_values.hpp"

#include <charconv>
#include <utility>

namespace triptych::gitbook {

void SlideValues::report(const YAML::Node& node, Message message, Message hint) const {
    diagnostics_.report(Kind::invalid_value, span_of(node, source_), std::move(message),
                        std::move(hint));
}

std::string SlideValues::text(const char* key) const {
    const YAML::Node node = child(map_, key);
    if (!node.IsNull() && !node.IsScalar())
        report(node, say("'{}' takes one value", key), say("write it behind the key"));
    return scalar(node);
}

Span SlideValues::span_of_value(const char* key) const {
    const auto node = map_[key];
    return node ? span_of(node, source_) : Span{};
}

std::optional<bool> SlideValues::yes_or_no(const char* key) const {
    const YAML::Node node = child(map_, key);
    const std::string written = text(key);
    if (is_true(node)) return true;
    if (is_false(node)) return false;
    if (!written.empty())
        report(node, say("'{}' is neither yes nor no", written), say("write 'true' or 'false'"));
    return std::nullopt;
}

std::optional<std::uint16_t> SlideValues::number(const char* key, std::uint16_t least,
                                                 std::uint16_t most, const Message& what) const {
    const std::string written = text(key);
    if (written.empty()) return std::nullopt;
    std::uint16_t value = 0;
    const char* const end = written.data() + written.size();
    const auto read = std::from_chars(written.data(), end, value);
    if (read.ec == std::errc() && read.ptr == end && value >= least && value <= most) return value;
    report(child(map_, key), say("'{}' is not {}", written, what),
           say("use a number from {} to {}", least, most));
    return std::nullopt;
}

std::optional<Detail> SlideValues::detail() const {
    const std::string written = text("detail");
    if (written == "digest") return Detail::digest;
    if (written == "full") return Detail::full;
    if (written == "outline") return Detail::outline;
    if (!written.empty())
        report(child(map_, "detail"), say("'{}' is no detail of slides", written),
               say("write 'digest', 'full' or 'outline'"));
    return std::nullopt;
}

doc::SlidePicture SlideValues::picture() const {
    const std::string written = text("picture");
    if (written == "full") return doc::SlidePicture::full;
    if (written == "whole") return doc::SlidePicture::whole;
    if (!written.empty())
        report(child(map_, "picture"), say("'{}' is no way to show a picture", written),
               say("write 'full' (it fills the slide) or 'whole'"));
    return {};
}

std::vector<YAML::Node> SlideValues::entries(const char* key) const {
    const YAML::Node node = child(map_, key);
    if (node.IsScalar()) return {node};
    std::vector<YAML::Node> found;
    if (node.IsSequence())
        for (const auto& entry : node) found.push_back(entry);
    return found;
}

std::vector<doc::PagePattern> SlideValues::patterns(const char* key) const {
    std::vector<doc::PagePattern> found;
    for (const auto& entry : entries(key))
        if (auto written = scalar(entry); !written.empty())
            found.push_back({std::move(written), span_of(entry, source_)});
    return found;
}

std::vector<doc::NamedSection> SlideValues::sections(const char* key) const {
    std::vector<doc::NamedSection> found;
    for (auto& each : patterns(key)) found.push_back({std::move(each.text), each.span});
    return found;
}

}  // namespace triptych::gitbook

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "doc/model.hpp"
#include "doc/plans.hpp"
#include "gitbook/syntax/yaml.hpp"

namespace triptych::gitbook {

/// The values of one mapping that is about slides, a deck or an edition. What can't be meant is
/// reported where it stands, and is not there.
class SlideValues {
public:
    SlideValues(const YAML::Node& map, const YamlSource& source, Diagnostics& diagnostics)
        : map_(map), source_(source), diagnostics_(diagnostics) {}

    Span span() const { return span_of(map_, source_); }
    std::string text(const char* key) const;
    /// Where the value of `key` stands; nowhere when there is none.
    Span span_of_value(const char* key) const;
    std::optional<bool> yes_or_no(const char* key) const;
    /// From `least` to `most`; `what` says what a number outside of that is not.
    std::optional<std::uint16_t> number(const char* key, std::uint16_t least, std::uint16_t most,
                                        const Message& what) const;
    std::optional<Detail> detail() const;
    doc::SlidePicture picture() const;
    std::vector<doc::PagePattern> patterns(const char* key) const;
    std::vector<doc::NamedSection> sections(const char* key) const;
    /// The scalars of a list, or the one that stands in its place.
    std::vector<YAML::Node> entries(const char* key) const;
    void report(const YAML::Node& node, Message message, Message hint) const;
    void report(const char* key, Message message, Message hint) const {
        report(child(map_, key), std::move(message), std::move(hint));
    }

private:
    const YAML::Node map_;
    const YamlSource& source_;
    Diagnostics& diagnostics_;
};

}  // namespace triptych::gitbook

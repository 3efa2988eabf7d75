#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The components that programs of documentation share (Mintlify, Nextra, Starlight, Fumadocs), by
/// the names their tags have: `<Warning>`, `<Card title="…" href="…">`, `<Step title="…">`.
namespace triptych::gitbook {

enum class ComponentRole : std::uint8_t {
    hint,
    collapse,
    tabs,
    tab,
    steps,
    step,
    listings,  ///< shown as tabs
    titled,    ///< its title stands above its content, as that of a card
    group,     ///< only its content is shown
};

struct Component {
    ComponentRole role{};
    std::string name;
    std::string_view style;           ///< of a hint
    std::string title;                ///< Markdown; may be empty
    std::string words;                ///< that stand in an attribute and are content; may be empty
    std::vector<std::string> labels;  ///< of tabs that do not say theirs
    bool ends_itself = false;         ///< `<Card … />`
    std::size_t length = 0;           ///< bytes of its tag
};

/// The component whose tag begins `text`; nothing when there is none of a known name. Reads a bound
/// of bytes.
std::optional<Component> component_at(std::string_view text);
/// The name of the known component that an end tag at the front of `text` ends, or "".
std::string_view ended_component(std::string_view text);

/// What a listing in a group is called by what stands behind its fence: `js Node theme={null}`.
std::string listing_label(std::string_view info);

}  // namespace triptych::gitbook

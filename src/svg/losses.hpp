#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include <triptych/message.hpp>

#include "svg/clean.hpp"

namespace triptych::svg {

/// Collects what a drawing loses on its way: each loss once, with the line where it comes first.
class Losses {
public:
    /// `bytes`: the file that the elements are read from, in UTF-8 or without lines. It must
    /// outlive this object.
    explicit Losses(std::string_view bytes);

    /// `where`: an element as it was read, or one in it.
    void find(Finding::Kind kind, Message message, pugi::xml_node where);
    /// `line`: counted from 1; 0 where it is not known.
    void find(Finding::Kind kind, Message message, std::uint32_t line = 0);

    /// The line on which an element that was read begins; 0 where it is not known.
    std::uint32_t line_of(pugi::xml_node node) const;

    std::vector<Finding> take();

private:
    bool is_new(Finding::Kind kind, const Message& message);

    std::string_view bytes_;
    std::vector<Finding> findings_;
    bool full_ = false;
};

}  // namespace triptych::svg

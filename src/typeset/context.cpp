#include "typeset/context.hpp"

namespace triptych::typeset {

Structure::Structure(pages::Tag root) {
    elements_.emplace_back();
    elements_.back().tag = root;
}

pages::ElementId Structure::add(pages::ElementId parent, pages::Tag tag) {
    const auto id = static_cast<pages::ElementId>(elements_.size());
    pages::Element& element = elements_.emplace_back();
    element.tag = tag;
    element.parent = parent;
    return id;
}

pages::Element& Structure::operator[](pages::ElementId id) { return elements_[index(id)]; }

}  // namespace triptych::typeset

#include "pdf/object/document.hpp"

#include <utility>

#include "base/check.hpp"
#include "base/deflate.hpp"
#include "base/text.hpp"
#include "pdf/object/compact.hpp"
#include "pdf/object/indent.hpp"

namespace triptych::pdf::object {

struct Document::State {
    Form form{};
    Version version{};
    Haru numbers;
    CompactWriter compact;
    std::vector<Body> bodies;  ///< in the readable form only
    bool failed = false;

    State(Form form_, unsigned jobs, Version version_)
        : form(form_), version(version_), compact(jobs, version_) {}
    std::optional<std::string> finish_readable(Ref root, Ref information);
};

Stream make_stream(Form form, std::string data) {
    if (form == Form::readable) return {std::move(data), {}};
    Stream out{deflate(data), {}};
    out.entries.name("Filter", "FlateDecode");
    return out;
}

Document::Document(Form form, unsigned jobs, Version version)
    : state_(std::make_unique<State>(form, jobs, version)) {}
Document::~Document() = default;

Form Document::form() const { return state_->form; }

Ref Document::reserve() {
    const Ref ref = state_->numbers.reserve();
    if (ref == Ref::none) state_->failed = true;
    return ref;
}

std::vector<Ref> Document::reserve(std::size_t count) {
    std::vector<Ref> out(count);
    for (Ref& ref : out) ref = reserve();
    return out;
}

void Document::set(Ref ref, const Dictionary& dictionary) {
    if (ref == Ref::none) return;
    if (state_->form == Form::compact) {
        state_->compact.add(ref, dictionary);
        return;
    }
    state_->bodies.resize(state_->numbers.count());
    state_->bodies[static_cast<std::size_t>(ref) - 1].entries = indented(dictionary.entries());
}

Ref Document::add(const Dictionary& dictionary) {
    const Ref ref = reserve();
    set(ref, dictionary);
    return ref;
}

void Document::set(Ref ref, Stream stream) {
    if (ref == Ref::none) return;
    if (state_->form == Form::compact) {
        state_->compact.add(ref, stream.entries, std::move(stream.data));
        return;
    }
    state_->bodies.resize(state_->numbers.count());
    state_->bodies[static_cast<std::size_t>(ref) - 1] = {indented(stream.entries.entries()),
                                                         std::move(stream.data)};
}

Ref Document::add(Stream stream) {
    const Ref ref = reserve();
    set(ref, std::move(stream));
    return ref;
}

std::optional<std::string> Document::State::finish_readable(Ref root, Ref information) {
    bodies.resize(numbers.count());
    std::uint64_t hash = 0;
    for (const Body& body : bodies) {
        TRIPTYCH_CHECK(!body.entries.empty(), "a number without an object");
        hash = text::stable_hash(std::to_string(hash) + body.entries + body.data.value_or(""));
    }
    const std::string trailer = indented(trailer_entries(root, information, hash).entries());
    return numbers.write(std::move(bodies), trailer, version);
}

std::optional<std::string> Document::finish(Ref root, Ref information) {
    if (state_->failed) return std::nullopt;
    if (state_->form == Form::readable) return state_->finish_readable(root, information);
    const Ref table = reserve();
    if (state_->failed) return std::nullopt;
    return state_->compact.finish({root, information, table});
}

}  // namespace triptych::pdf::object

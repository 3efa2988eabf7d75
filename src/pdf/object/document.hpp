#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/form.hpp"
#include "pdf/object/dictionary.hpp"
#include "pdf/object/haru.hpp"

namespace triptych::pdf::object {

/// The data of a stream as it stands in the file, and the entries that say how to read it.
struct Stream {
    std::string data;
    Dictionary entries;
};

/// `data` deflated, or as it is in a readable file. May be called from any thread.
Stream make_stream(Form form, std::string data);

/// A PDF file while it grows. Objects are given in any order, each once; what is given is packed
/// and deflated as soon as there is enough of it, so that memory stays near the size of the file.
/// Not for several threads at once.
class Document {
public:
    Document(Form form, unsigned jobs, Version version = Version::v1_7);
    ~Document();
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    Form form() const;
    /// A number for an object that is given later; every number must be used.
    Ref reserve();
    std::vector<Ref> reserve(std::size_t count);
    void set(Ref ref, const Dictionary& dictionary);
    Ref add(const Dictionary& dictionary);
    /// `Length` is added here.
    void set(Ref ref, Stream stream);
    Ref add(Stream stream);

    /// The whole file, with a hash of its content as its ID (§14.4). Nothing when it has more
    /// objects or bytes than the format can hold. To be called once, last.
    std::optional<std::string> finish(Ref root, Ref information);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace triptych::pdf::object

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pdf/object/file_writer.hpp"
#include "pdf/object/haru.hpp"

namespace triptych::pdf::object {

/// Writes a file for people: objects one after another, indented, with a cross-reference table (ISO
/// 32000-1 §7.5.4). libharu writes it, once all objects are there.
class ReadableWriter final : public FileWriter {
public:
    /// `store` must outlive the writer.
    ReadableWriter(Haru& store, Version version) : store_(store), version_(version) {}

    void add(Ref ref, const Dictionary& dictionary) override;
    void add(Ref ref, Stream stream) override;
    std::optional<std::string> finish(const Roots& roots) override;

private:
    Body& body(Ref ref);

    Haru& store_;
    Version version_;
    std::vector<Body> bodies_;
};

/// The entries of a dictionary, one a line, nested dictionaries set in, strings that are not ASCII
/// in hexadecimal. The meaning stays the same.
std::string indented(std::string_view entries);

}  // namespace triptych::pdf::object

// Sources of diagrams, put into words as each kind.

#include "doc/diagram.hpp"
#include "bytes.hpp"

using namespace triptych;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view source = fuzz::text_of(data, size);
    for (const char* kind : {"mermaid", "graphviz", "d2", "plantuml"})
        for (const char* language : {"fr", "en"}) doc::describe_diagram(kind, source, language);
    return 0;
}

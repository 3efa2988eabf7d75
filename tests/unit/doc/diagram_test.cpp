#include "doc/diagram.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace triptych::doc;

namespace {

std::string english(std::string_view kind, std::string_view source) {
    return describe_diagram(kind, source, "en");
}

}  // namespace

TEST_CASE("a flow chart is its nodes and where they lead") {
    const char* const source = R"(graph LR
  A[Start] --> B{"Is it right?"}
  B -- yes --> C
  B -->|no| D[(Data<br/>base)]
  C & D --- E((End)):::green
)";
    CHECK(english("mermaid", source) ==
          "Diagram of 5 elements: Start, Is it right?, C, Data base and End. Start leads to Is it "
          "right?; Is it right? leads to C (yes), to Data base (no); C is linked to End; Data base "
          "is linked to End.");
    CHECK(describe_diagram("mermaid", source, "fr").starts_with("Schéma de 5 éléments\u00A0: "));
}

TEST_CASE("all lines of flow charts are read") {
    CHECK(english("mermaid", "flowchart TD; A-->B-.->C==>D; D -. maybe .-> A; E --o F") ==
          "Diagram of 6 elements: A, B, C, D, E and F. A leads to B; B leads to C; C leads to D; D "
          "leads to A (maybe); E leads to F.");
    CHECK(english("mermaid", "graph TD\nA <--> B\nsubgraph one\nB\nend\nstyle A fill:#f00") ==
          "Diagram of 2 elements: A and B. A leads both ways to B.");
}

TEST_CASE("a sequence is who says what to whom") {
    CHECK(english("mermaid",
                  "sequenceDiagram\n participant A as Ada\n A->>+B: Hello\n loop daily\n "
                  "B-->>-A: Hi\n end") ==
          "Messages between Ada and B. Ada to B: Hello; again and again (daily); B to Ada: Hi.");
    CHECK(describe_diagram("plantuml", "@startuml\nBob -> Ada : salut\nAda --> Bob: oui\n@enduml",
                           "fr") ==
          "Échanges entre Bob et Ada. Bob à Ada\u00A0: salut\u202F; Ada à Bob\u00A0: oui.");
}

TEST_CASE("graphs of Graphviz, D2 and PlantUML are read") {
    CHECK(english("dot",
                  "digraph G { node [shape=box]; a [label=\"Client\\nweb\"]; a -> {b c} "
                  "[label=\"x\"]; label=\"Our net\" }") ==
          "Our net. Diagram of 3 elements: Client web, b and c. Client web leads to b (x), to c "
          "(x).");
    CHECK(
        english("d2", "x: Client\ny: Server {\n  db: Base\n}\nx -> y: asks\ny.db <-> x\n") ==
        "Diagram of 3 elements: Client, Server and Base. Client leads to Server (asks); Base leads "
        "both ways to Client.");
    CHECK(english("puml", "[Web] --> [API] : HTTP\n[API] ..> (Base)\n") ==
          "Diagram of 3 elements: Web, API and Base. Web leads to API (HTTP); API leads to Base.");
}

TEST_CASE("diagrams are described in the language of the book") {
    const auto in = [](std::string_view language) {
        return describe_diagram("mermaid", "graph LR\nA-->B\nA-->|x|C", language);
    };
    CHECK(in("de-AT") == "Diagramm mit 3 Elementen: A, B und C. A führt zu B, C (x).");
    CHECK(in("fr-CA") == "Schéma de 3 éléments\u00A0: A, B et C. A mène à B, à C (x).");
    CHECK(in("ja") == "要素3個の図：A、B、C。Aから次へ：B、C（x）。");
    CHECK(in("zh-TW") == "3個元素的示意圖：A、B和C。A通向B、C（x）。");
    CHECK(in("ar") == "مخطط من العناصر (3): A، B وC. A يؤدي إلى B، C (x).");
    CHECK(describe_diagram("mermaid", "sequenceDiagram\nloop\nA->>B: ciao\nend", "it") ==
          "Messaggi tra A e B. ripetutamente; A a B: ciao.");
}

TEST_CASE("what the author says comes first") {
    CHECK(english("mermaid", "graph LR\naccTitle: Pets\naccDescr: Mostly dogs\nA-->B") ==
          "Pets. Mostly dogs");
    CHECK(english("mermaid", "pie\naccDescr {\n Mostly\n dogs }\n \"Dogs\": 3") == "Mostly dogs");
}

TEST_CASE("what is not understood whole is its source") {
    CHECK(english("mermaid", "pie title Pets\n  \"Dogs\": 3") ==
          "Diagram (mermaid): pie title Pets \"Dogs\": 3");
    CHECK(english("d2", "a: |md text |") == "Diagram (d2): a: |md text |");
    CHECK(english("plantuml", "!include x").starts_with("Diagram (plantuml): "));
    CHECK(english("graphviz", "digraph { a -> ").starts_with("Diagram (graphviz): "));
    CHECK(describe_diagram("mermaid", "pie title Tiere", "de") ==
          "Diagramm (mermaid): pie title Tiere");
    CHECK(describe_diagram("mermaid", "pie", "ja") == "図（mermaid）：pie");
}

TEST_CASE("descriptions are bounded, whatever the source holds") {
    std::string many = "graph LR\n";
    for (int i = 0; i < 300; ++i)
        many += "node" + std::to_string(i) + " --> node" + std::to_string(i + 1) + "\n";
    const std::string words = english("mermaid", many);
    CHECK(words.size() < 1600);
    CHECK(words.find(" more.") != std::string::npos);
    CHECK(english("mermaid", "pie " + std::string(100'000, 'x')).size() < 1600);
    for (const char* odd : {"graph LR\nA[", "graph LR\nA --", "graph LR\nA & ",
                            "sequenceDiagram\n:", "digraph {[[[", "---", "accDescr {", "graph"})
        CHECK_FALSE(english("mermaid", odd).empty());
    for (const char* odd : {"digraph {", "graph { a -- }", "strict", "digraph { a [label=<<b] }",
                            "digraph { subgraph { subgraph {", "/*", "\"", "digraph{a:b:c->d}"})
        CHECK_FALSE(english("dot", odd).empty());
}

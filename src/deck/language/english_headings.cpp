#include "deck/language/lexicons.hpp"

namespace triptych::deck {

HeadingWords english_headings() {
    return {
        .further_reading = {"further reading", "see also", "resources", "links", "references",
                            "next steps", "related", "related links", "learn more",
                            "additional resources", "more resources", "other resources",
                            "useful links", "useful resources", "additional reading",
                            "more information"},
        .wrong = {"bad", "wrong", "bad example", "bad practice", "cons", "don't", "don'ts",
                  "disadvantages", "weaknesses", "incorrect", "avoid"},
        .right = {"good", "right", "good example", "good practice", "pros", "do", "dos",
                  "advantages", "strengths", "correct", "prefer"},
        .before = {"before"},
        .after = {"after"},
        .generic = {"overview", "background", "usage", "setup", "how", "what", "why", "when",
                    "introduction", "example", "examples", "description"},
        .empty_label = {"synopsis", "example", "examples", "returns", "return value",
                        "return values", "note", "please note", "remark", "remarks", "introduction",
                        "common", "general", "miscellaneous", "misc", "conclusion"},
        .beside_empty = {"description", "parameters", "arguments", "options", "syntax", "notes",
                         "usage", "return"},
        .see_also = {"see also"},
        .reference = {"more information at",
                      "more info",
                      "more details in",
                      "more details at",
                      "more details on",
                      "for more information",
                      "for further information",
                      "for more details",
                      "for further details",
                      "for more on",
                      "see also",
                      "more information on",
                      "more information about",
                      "further information on",
                      "learn more about",
                      "learn more on",
                      "read more about",
                      "read more on",
                      "find out more",
                      "find more about"},
        .attribute = {"type", "types", "default", "defaults", "default value", "required",
                      "returns", "return", "return type", "since", "deprecated", "added", "values",
                      "possible values", "context", "status", "syntax"}};
}

}  // namespace triptych::deck

#include "typeset/inline/protrusion.hpp"

namespace triptych::typeset {

std::int64_t left_protrusion(char32_t character) {
    switch (character) {
        case U'“':
        case U'‘':
        case U'’':
        case U'"':
        case U'\'':
            return 400;
        case U'«':
        case U'‹':
            return 200;
        case U'–':
        case U'—':
        case U'(':
            return 100;
        default:
            return 0;
    }
}

std::int64_t right_protrusion(char32_t character) {
    switch (character) {
        case U'.':
        case U',':
            return 600;
        case U'-':
        case U'‐':
        case U'\u00AD':
            return 500;
        case U'“':
        case U'”':
        case U'’':
        case U'"':
        case U'\'':
            return 400;
        case U':':
        case U';':
            return 300;
        case U'»':
        case U'›':
        case U'–':
        case U'—':
        case U'…':
            return 200;
        case U'!':
        case U'?':
        case U')':
            return 100;
        default:
            return 0;
    }
}

}  // namespace triptych::typeset

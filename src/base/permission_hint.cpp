#include "base/permission_hint.hpp"

namespace triptych {

Message permission_hint() {
    return say("give yourself the right to read it, for example with 'chmod -R u+rX'");
}

}  // namespace triptych

#pragma once

#include <triptych/message.hpp>

namespace triptych {

/// How to get the right to read a file or to look into a folder.
Message permission_hint();

}  // namespace triptych

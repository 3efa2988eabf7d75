#pragma once

#include <string>
#include <vector>

namespace triptych {

/// The path of a program as a shell finds it; empty when it is not there.
std::string find_program(const std::string& name);

/// What a program may have to read to run: what is installed on the system, what lies beside the
/// folders of the user's programs, and the files that the words of its command name.
std::vector<std::string> installed(const std::vector<std::string>& words);

/// Variables for a program whose home is `folder`: nothing of the user's but where programs are.
std::vector<std::string> environment_in(const std::string& folder);

}  // namespace triptych

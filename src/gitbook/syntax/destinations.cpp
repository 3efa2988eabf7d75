#include "gitbook/syntax/destinations.hpp"

namespace triptych::gitbook {

std::size_t size_behind(std::string_view written) {
    std::size_t front = written.rfind(" =");
    if (front == std::string_view::npos) return 0;
    std::string_view size = written.substr(front + 2);
    size = size.substr(0, size.find(' '));
    const std::size_t by = size.find('x');
    if (by == std::string_view::npos || size.size() < 2 ||
        size.find_first_not_of("0123456789%x") != std::string_view::npos ||
        size.find('x', by + 1) != std::string_view::npos)
        return 0;
    while (front > 0 && written[front - 1] == ' ') --front;
    return written.size() - front;
}

bool holds_spaces(std::string_view written) {
    return written.find(' ') != std::string_view::npos && written.front() != ' ' &&
           written.back() != ' ' && written.find_first_of("<>\"'`(") == std::string_view::npos &&
           written.find_first_of("./") != std::string_view::npos &&
           written.find("{{") == std::string_view::npos;
}

}  // namespace triptych::gitbook

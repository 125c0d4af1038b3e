#include "operations/desk.h"

namespace anmin::operations {

journal::Command command_of(const Caller& caller) {
    return {caller.actor.account,  caller.actor.name,      caller.actor.post_title,
            caller.actor.division, caller.idempotency_key, caller.request_digest};
}

directive::Officer officer_of(const authority::Actor& actor) {
    return {actor.account, actor.name, actor.post_title};
}

}  // namespace anmin::operations

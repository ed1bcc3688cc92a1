# "Wait until each distribution is deployed": five minutes pass at once, and the CLI's waiters look.
. "$(dirname "$0")/common.sh"

curl -sf -o /dev/null -d '{"seconds": 300}' "$AWS_ENDPOINT_URL/_local/advance"
aws cloudfront wait distribution-deployed --id E1111111SOURCE --profile source
aws cloudfront wait distribution-deployed --id "$(of "$ANSWERS/target.json" Distribution Id)" --profile target

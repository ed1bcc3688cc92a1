# Step 1: a distribution in the target account, without the names.
. "$(dirname "$0")/common.sh"

aws cloudfront get-distribution-config \
  --id E1111111SOURCE \
  --region us-east-1 \
  --profile source > "$ANSWERS/source.json"

aws cloudfront create-distribution \
  --region us-east-1 \
  --profile target \
  --distribution-config "$(edit "$ANSWERS/source.json" --for-target --aliases --certificate default)" > "$ANSWERS/target.json"

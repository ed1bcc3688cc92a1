# The way back, until step 4: the source takes the names again, and its exact names win over the wildcard.
. "$(dirname "$0")/common.sh"

aws cloudfront update-distribution \
  --id E1111111SOURCE \
  --region us-east-1 \
  --profile source \
  --if-match "$(of "$ANSWERS/source.json" ETag)" \
  --distribution-config "$(edit "$ANSWERS/source.json" --aliases a.example.com b.example.com)" > "$ANSWERS/source.new.json"
mv "$ANSWERS/source.new.json" "$ANSWERS/source.json"

# Step 3: the source gives the names up; traffic goes to the wildcard.
. "$(dirname "$0")/common.sh"

aws cloudfront update-distribution \
  --id E1111111SOURCE \
  --region us-east-1 \
  --profile source \
  --if-match "$(of "$ANSWERS/source.json" ETag)" \
  --distribution-config "$(edit "$ANSWERS/source.json" --aliases)" > "$ANSWERS/source.new.json"
mv "$ANSWERS/source.new.json" "$ANSWERS/source.json"

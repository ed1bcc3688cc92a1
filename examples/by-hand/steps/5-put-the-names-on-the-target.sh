# Step 5: the target gets the names in place of the wildcard.
. "$(dirname "$0")/common.sh"

aws cloudfront update-distribution \
  --id "$(of "$ANSWERS/target.json" Distribution Id)" \
  --if-match "$(of "$ANSWERS/target.json" ETag)" \
  --region us-east-1 \
  --profile target \
  --distribution-config "$(edit "$ANSWERS/target.json" --aliases a.example.com b.example.com)" > "$ANSWERS/target.new.json"
mv "$ANSWERS/target.new.json" "$ANSWERS/target.json"

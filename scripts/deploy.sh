#!/usr/bin/env bash
# Deploys the release pipelines: `scripts/deploy.sh alpha|beta|prod|all|webhook [SETTINGS]`. Run again after a change of a
# template, of release/roles.json or of the settings, which are in local/release.env (a copy of scripts/release.env).
set -euo pipefail
cd "$(dirname "$0")/.."

what=${1:-}
settings=${2:-local/release.env}
if [[ ! $what =~ ^(alpha|beta|prod|all|webhook)$ ]]; then
  echo "usage: scripts/deploy.sh alpha|beta|prod|all|webhook [SETTINGS]" >&2
  exit 2
fi
if [[ ! -f $settings ]]; then
  echo "there is no $settings: mkdir -p local && cp scripts/release.env local/, and fill it in" >&2
  exit 2
fi
# shellcheck source=release.env
source "$settings"
namespace=${NAMESPACE,,}

# setting STAGE NAME: the value of ALPHA_NAME and so on.
setting() { local name="${1^^}_$2"; echo "${!name:-}"; }

aws_in() { local stage=$1; shift; aws --profile "$(setting "$stage" PROFILE)" --region "$REGION" "$@"; }

# output STAGE PART NAME: of a stack; empty where it is not there yet.
output() {
  aws_in "$1" cloudformation describe-stacks --stack-name "$namespace-$1-$2" --output text \
    --query "Stacks[0].Outputs[?OutputKey=='$3'].OutputValue | [0]" 2>/dev/null | sed 's/^None$//' || true
}

deploy() {
  local stage=$1 part=$2 template=$3; shift 3
  echo "$namespace-$stage-$part"
  aws_in "$stage" cloudformation deploy --template-file "$template" --stack-name "$namespace-$stage-$part" \
    --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset "$@"
}

# What test/setup.yml and test/integ.yml of the types ask the account for, in each region where one is deployed.
fixtures() {
  local stage=$1 region; shift
  for region in "$@"; do
    fixture "$stage" "$region" Domain DOMAIN
    fixture "$stage" "$region" HostedZoneId HOSTED_ZONE_ID
    fixture "$stage" "$region" CertificateArn CERTIFICATE_ARN
  done
}

fixture() {
  REGION=$2 aws_in "$1" ssm put-parameter --name "/release/fixtures/$3" --value "$(setting "$1" "$4")" \
    --type String --overwrite >/dev/null
}

# What fixtures are deployed in: prod publishes in every region.
regions_of() { if [[ $1 == prod ]]; then node -p "require('./release/regions.json').join(' ')"; else echo "$REGION"; fi; }

# Neighbours are wired by what their stacks say, so the first time one stage is deployed twice: see `all`.
stage() {
  local stage=$1 before=$2 after=$3 branch parameters
  # shellcheck disable=SC2046 # Words, as many as there are regions.
  fixtures "$stage" $(regions_of "$stage")
  deploy "$stage" roles release/roles.json
  branch=$(setting "$stage" BRANCH)
  parameters=("Env=$stage" "Namespace=$NAMESPACE" "NotificationEmail=$NOTIFICATION_EMAIL"
    "FixturePolicyArns=$(output "$stage" roles FixturePolicyArn)")
  [[ -n $branch ]] && parameters+=("Repository=$REPOSITORY" "Branch=$branch" "ConnectionArn=$CONNECTION_ARN")
  [[ -n $before ]] && parameters+=("SenderRoleArn=$(output "$before" pipeline BuildRoleArn)")
  if [[ -n $after ]]; then
    local inbox
    inbox=$(output "$after" pipeline Inbox)
    [[ -n $inbox ]] && parameters+=("NextInbox=$inbox" "NextKeyArn=$(output "$after" pipeline KeyArn)")
  fi
  [[ $stage == prod ]] && parameters+=("Publish=$PUBLISH")
  deploy "$stage" pipeline release/pipeline.yml --parameter-overrides "${parameters[@]}"
  if [[ $stage == prod ]]; then
    deploy prod stack-set-roles release/stack-set-roles.yml --parameter-overrides \
      "PackageBucket=$(output prod pipeline Inbox)" "PackageKeyArn=$(output prod pipeline KeyArn)" \
      "FixturePolicyArns=$(output prod roles FixturePolicyArn)"
  fi
}

webhook() {
  local inbox key
  node scripts/build.mjs webhook
  inbox=$(output alpha pipeline Inbox)
  key="webhook/$(sha256sum packages/release/dist/webhook/index.js | cut -c1-16).zip"
  (cd packages/release/dist/webhook && python3 -m zipfile -c webhook.zip index.js)
  aws_in alpha s3 cp packages/release/dist/webhook/webhook.zip "s3://$inbox/$key"
  deploy alpha webhook release/webhook.yml --parameter-overrides "Namespace=$NAMESPACE" "Repository=$REPOSITORY" \
    "Branch=$ALPHA_BRANCH" "Inbox=$inbox" "KeyArn=$(output alpha pipeline KeyArn)" "CodeKey=$key"
}

case $what in
  alpha) stage alpha '' beta ;;
  beta) stage beta alpha prod ;;
  prod) stage prod beta '' ;;
  # A stage has to be there before its neighbours can name it.
  all) stage alpha '' beta; stage beta alpha prod; stage prod beta ''; stage beta alpha prod; stage alpha '' beta ;;
  webhook) webhook ;;
esac

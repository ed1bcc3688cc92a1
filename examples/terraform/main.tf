# Cloud Control makes resources of the registry's types, so Terraform does without a provider of its own. The type has to
# be activated, or installed with `npx release install`, in the account and region of the provider.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

# The properties are those of a template, in files that `npx release lint` can read: see template.yml.
locals {
  resources = yamldecode(file("${path.module}/template.yml")).Resources
}

resource "aws_cloudcontrolapi_resource" "redirects" {
  type_name     = local.resources.Redirects.Type
  desired_state = jsonencode(local.resources.Redirects.Properties)
}

resource "aws_cloudcontrolapi_resource" "move" {
  type_name     = local.resources.Move.Type
  desired_state = jsonencode(local.resources.Move.Properties)

  # Cloud Control waits for the handlers; a move bakes as long as it is told to.
  timeouts {
    create = "4h"
    update = "4h"
    delete = "4h"
  }
}

output "site_id" {
  value = jsondecode(aws_cloudcontrolapi_resource.redirects.properties).SiteId
}

output "phase" {
  value = jsondecode(aws_cloudcontrolapi_resource.move.properties).Phase
}

import boto3
import botocore.loaders
import botocore.session
import pytest
from local_aws import distribution_config

# Reading the models costs more than all calls of a test.
_loader = botocore.loaders.create_loader()


class Account:
    """The clients of one profile, and the few steps that many tests need."""

    def __init__(self, profile, later):
        self.later = later
        session = botocore.session.Session(profile=profile)
        session.register_component("data_loader", _loader)
        self._session = boto3.Session(botocore_session=session)
        self._clients = {}

    def client(self, service):
        if service not in self._clients:
            self._clients[service] = self._session.client(service)
        return self._clients[service]

    cloudfront = property(lambda self: self.client("cloudfront"))
    route53 = property(lambda self: self.client("route53"))
    acm = property(lambda self: self.client("acm"))
    sts = property(lambda self: self.client("sts"))
    cloudwatch = property(lambda self: self.client("cloudwatch"))
    s3 = property(lambda self: self.client("s3"))
    items = property(lambda self: self.client("cloudfront-keyvaluestore"))

    def distribution(self, reference, aliases=(), certificate=None, **changes):
        """A new distribution, deployed. Returns its id."""
        config = distribution_config(reference, aliases, certificate, **changes)
        made = self.cloudfront.create_distribution(DistributionConfig=config)
        self.deployed(made["Distribution"]["Id"])
        return made["Distribution"]["Id"]

    def deployed(self, distribution_id):
        self.later()
        self.cloudfront.get_waiter("distribution_deployed").wait(Id=distribution_id)

    def update(self, distribution_id, **changes):
        """Reads, changes and writes a configuration."""
        read = self.cloudfront.get_distribution_config(Id=distribution_id)
        return self.cloudfront.update_distribution(
            Id=distribution_id,
            IfMatch=read["ETag"],
            DistributionConfig={**read["DistributionConfig"], **changes},
        )

    def aliases(self, distribution_id):
        config = self.cloudfront.get_distribution_config(Id=distribution_id)["DistributionConfig"]
        return config["Aliases"].get("Items", [])

    def zone(self, name):
        return self.route53.create_hosted_zone(Name=name, CallerReference=name)["HostedZone"]["Id"]

    def record(self, zone, name, kind, *values, action="UPSERT"):
        """One change of a zone, published."""
        record = {"Name": name, "Type": kind, "TTL": 60, "ResourceRecords": [{"Value": v} for v in values]}
        changes = [{"Action": action, "ResourceRecordSet": record}]
        change = self.route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": changes})
        self.later()
        self.route53.get_waiter("resource_record_sets_changed").wait(Id=change["ChangeInfo"]["Id"])

    def certificate(self, zones, *names):
        """An issued certificate: requested, proved in the zone of whoever owns it, waited for. Returns its ARN."""
        owner, zone = zones
        arn = self.acm.request_certificate(
            DomainName=names[0], SubjectAlternativeNames=list(names), ValidationMethod="DNS"
        )["CertificateArn"]
        for record in self.validation_records(arn):
            owner.record(zone, record["Name"], record["Type"], record["Value"])
        self.later()
        self.acm.get_waiter("certificate_validated").wait(CertificateArn=arn)
        return arn

    def validation_records(self, arn):
        """The records that ACM wants, each once. They are shown some seconds after the request."""
        self.later(10)
        options = self.acm.describe_certificate(CertificateArn=arn)["Certificate"]["DomainValidationOptions"]
        return list({option["ResourceRecord"]["Name"]: option["ResourceRecord"] for option in options}.values())


@pytest.fixture
def source(profiles, later):
    return Account("source", later)


@pytest.fixture
def target(profiles, later):
    return Account("target", later)


@pytest.fixture
def mover(profiles, later):
    """The target in the role that the source grants."""
    return Account("mover", later)


@pytest.fixture
def zone(source, accounts):
    """The zone of the test's domain, in the source."""
    return source.zone(accounts.domain)

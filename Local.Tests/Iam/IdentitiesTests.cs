using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Tests.Iam;

public sealed class IdentitiesTests
{
    private const string Trust =
        """{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" },"""
        + """ "Action": "sts:AssumeRole" } }""";

    private readonly TestClock _clock = new(Requests.Now);
    private readonly Identities _identities;
    private readonly IReadOnlyList<IResourceType> _types;

    public IdentitiesTests()
    {
        _identities = new Identities(_clock);
        _types = [.. new IamService(_identities).ResourceTypes];
    }

    [Fact]
    public void Root_IsAllowedEverything() => Assert.True(_identities.Authorize(Requests.Ask("x:y", caller: Caller.Root)).Allowed);

    [Fact]
    public void RoleWithoutPolicy_IsDeniedInIamsWords()
    {
        Provision();

        Assert.Equal(
            "User: arn:aws:sts::123456789012:assumed-role/Reader/session is not authorized to perform: dynamodb:GetItem on resource: "
                + "arn:aws:dynamodb:us-east-1:123456789012:table/T because no identity-based policy allows the dynamodb:GetItem action",
            _identities.Authorize(Requests.Ask("dynamodb:GetItem")).Message);
    }

    [Fact]
    public void ExplicitDeny_SaysSo()
    {
        Provision("""{ "Effect": "Deny", "Action": "*", "Resource": "*" }, { "Effect": "Allow", "Action": "*", "Resource": "*" }""");

        Assert.Equal(
            "User: arn:aws:sts::123456789012:assumed-role/Reader/session is not authorized to perform: dynamodb:GetItem on resource: "
                + "arn:aws:dynamodb:us-east-1:123456789012:table/T with an explicit deny in an identity-based policy",
            _identities.Authorize(Requests.Ask("dynamodb:GetItem")).Message);
    }

    [Fact]
    public void UnknownRole_IsDenied() => Assert.False(_identities.Authorize(Requests.Ask("x:y")).Allowed);

    [Theory]
    [InlineData("""{ "AWS": "arn:aws:iam::123456789012:role/Reader" }""", "Allow", true)]
    [InlineData("""{ "AWS": "arn:aws:sts::123456789012:assumed-role/Reader/session" }""", "Allow", true)]
    [InlineData("""{ "AWS": "*" }""", "Allow", true)]
    [InlineData("\"*\"", "Allow", true)]
    [InlineData("""{ "AWS": "arn:aws:iam::123456789012:root" }""", "Allow", false)]
    [InlineData("""{ "AWS": "arn:aws:iam::123456789012:role/Other" }""", "Allow", false)]
    [InlineData("""{ "Service": "cloudfront.amazonaws.com" }""", "Allow", false)]
    public void ResourcePolicy_AllowsTheRoleByItself(string principal, string effect, bool allowed)
    {
        Provision();

        Assert.Equal(allowed, _identities.Authorize(Requests.Ask("x:y"), Resource(principal, effect)).Allowed);
    }

    [Theory]
    [InlineData("""{ "AWS": "123456789012" }""")]
    [InlineData("\"*\"")]
    public void ResourcePolicy_DeniesWhatTheRoleMay(string principal)
    {
        Provision("""{ "Effect": "Allow", "Action": "*", "Resource": "*" }""");

        var decision = _identities.Authorize(Requests.Ask("x:y"), Resource(principal, "Deny"));

        Assert.EndsWith("with an explicit deny in a resource-based policy", decision.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ResourcePolicy_DeniesRootToo() =>
        Assert.False(_identities.Authorize(Requests.Ask("x:y", caller: Caller.Root), Resource("\"*\"", "Deny")).Allowed);

    [Fact]
    public void ServicePrincipal_IsAllowedByTheResourceUnderItsCondition()
    {
        var policy = Requests.Document(
            """
            {
              "Effect": "Allow", "Principal": { "Service": "cloudfront.amazonaws.com" }, "Action": "s3:GetObject", "Resource": "*",
              "Condition": { "StringEquals": { "AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/E1" } }
            }
            """);
        var request = Requests.Ask("s3:GetObject", "arn:aws:s3:::b/k", Caller.Service("cloudfront.amazonaws.com"));

        Assert.True(
            _identities.Authorize(request.With("aws:SourceArn", "arn:aws:cloudfront::123456789012:distribution/E1"), policy).Allowed);
        Assert.Equal(
            "User: cloudfront.amazonaws.com is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k because no "
                + "resource-based policy allows the s3:GetObject action",
            _identities.Authorize(request.With("aws:SourceArn", "arn:aws:cloudfront::123456789012:distribution/E2"), policy).Message);
    }

    [Theory]
    [InlineData("lambda.amazonaws.com", true)]
    [InlineData("ec2.amazonaws.com", false)]
    public void TrustPolicy_DecidesWhoMayAssume(string service, bool allowed)
    {
        Provision();

        Assert.Equal(allowed, _identities.AuthorizeAssumption(Caller.Service(service), Requests.Role).Allowed);
    }

    [Fact]
    public void SessionOfARole_IsFoundByKeyAndToken()
    {
        var credentials = _identities.Assume(Requests.Role, "session");

        var key = _identities.Find(credentials.AccessKeyId, credentials.SessionToken);

        Assert.Equal(new AccessKey(AccessKeyStanding.Active, credentials.SecretAccessKey, Requests.Session), key);
    }

    [Fact]
    public void TokenOfAnotherSession_DoesNotFit()
    {
        var (one, other) = (_identities.Assume(Requests.Role, "one"), _identities.Assume(Requests.Role, "other"));

        Assert.Equal(AccessKeyStanding.WrongToken, _identities.Find(one.AccessKeyId, other.SessionToken).Standing);
        Assert.Equal(AccessKeyStanding.WrongToken, _identities.Find(one.AccessKeyId, "AAAA" + one.SessionToken[4..]).Standing);
        Assert.Equal(AccessKeyStanding.WrongToken, _identities.Find(one.AccessKeyId, "not base64").Standing);
        Assert.Equal(AccessKeyStanding.Unknown, _identities.Find(one.AccessKeyId, null).Standing);
        Assert.Equal(AccessKeyStanding.Unknown, _identities.Find("AKIAIOSFODNN7EXAMPLE", null).Standing);
    }

    [Fact]
    public void Session_EndsWithItsLifetime()
    {
        var (credentials, expires) = _identities.Assume(Requests.Role, "session", TimeSpan.FromMinutes(15));
        _clock.SetUtcNow(expires - TimeSpan.FromSeconds(1));
        Assert.Equal(AccessKeyStanding.Active, _identities.Find(credentials.AccessKeyId, credentials.SessionToken).Standing);

        _clock.SetUtcNow(expires);

        Assert.Equal(AccessKeyStanding.Expired, _identities.Find(credentials.AccessKeyId, credentials.SessionToken).Standing);
    }

    [Fact]
    public void Role_GivesNameArnAndId()
    {
        var role = Provision();

        Assert.Equal("Reader", role.Ref);
        Assert.Equal(Requests.Role, role.Attributes["Arn"]);
        Assert.Matches("^AROA[A-Z0-9]{17}$", role.Attributes["RoleId"]);
    }

    [Fact]
    public void KnownManagedPolicy_IsEnforced()
    {
        Provision(managed: "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole");

        Assert.True(_identities.Authorize(Requests.Ask("logs:PutLogEvents", "arn:aws:logs:us-east-1:123456789012:log-group:g")).Allowed);
        Assert.False(_identities.Authorize(Requests.Ask("logs:DeleteLogGroup", "arn:aws:logs:us-east-1:123456789012:log-group:g")).Allowed);
    }

    [Fact]
    public void UnknownManagedPolicy_IsRefusedByName() => Assert.Equal(
        "Stack/Reader (AWS::IAM::Role): property 'ManagedPolicyArns[0]' is not supported locally: the managed policy "
            + "arn:aws:iam::aws:policy/AdministratorAccess is not known",
        Assert.Throws<StartupException>(() => Provision(managed: "arn:aws:iam::aws:policy/AdministratorAccess")).Message);

    [Fact]
    public void PolicyAndManagedPolicy_AttachToTheirRoles()
    {
        Provision();
        ProvisionAs(
            "AWS::IAM::Policy",
            """{ "PolicyName": "P", "Roles": ["Reader"], "PolicyDocument": { "Version": "2012-10-17", "Statement": { "Effect": "Allow","""
                + """ "Action": "a:*", "Resource": "*" } } }""");
        var managed = ProvisionAs(
            "AWS::IAM::ManagedPolicy",
            """{ "ManagedPolicyName": "M", "Roles": ["Reader"], "PolicyDocument": { "Version": "2012-10-17", "Statement": {"""
                + """ "Effect": "Allow", "Action": "b:*", "Resource": "*" } } }""");

        Assert.Equal("arn:aws:iam::123456789012:policy/M", managed.Ref);
        Assert.True(_identities.Authorize(Requests.Ask("a:x")).Allowed);
        Assert.True(_identities.Authorize(Requests.Ask("b:x")).Allowed);
        Assert.False(_identities.Authorize(Requests.Ask("c:x")).Allowed);
    }

    private static JsonNode Resource(string principal, string effect) =>
        Requests.Document($$"""{ "Effect": "{{effect}}", "Principal": {{principal}}, "Action": "*", "Resource": "*" }""");

    private ProvisionedResource Provision(string? statements = null, string? managed = null) => ProvisionAs("AWS::IAM::Role", $$"""
        {
          "RoleName": "Reader",
          "AssumeRolePolicyDocument": {{Trust}},
          "ManagedPolicyArns": [ {{(managed is null ? "" : $"\"{managed}\"")}} ],
          "Policies": [ {{(statements is null ? "" : Inline(statements))}} ]
        }
        """);

    private static string Inline(string statements) =>
        $$"""{ "PolicyName": "P", "PolicyDocument": { "Version": "2012-10-17", "Statement": [ {{statements}} ] } }""";

    private ProvisionedResource ProvisionAs(string type, string properties) =>
        _types.Provision(type, "Reader", properties, "Stack");
}

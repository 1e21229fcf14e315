using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam;
using Lexicon.Local.Iam.Policies;

namespace Lexicon.Local.Tests.Iam;

public sealed class PolicyTests
{
    [Fact]
    public void Allow_OfActionAndResource_Allows() => Assert.Equal(Verdict.Allow, Requests.Ask("dynamodb:GetItem").Decide(
        $$"""{ "Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "{{Requests.Table}}" }"""));

    [Fact]
    public void OtherAction_IsNotAllowed() => Assert.Equal(Verdict.None, Requests.Ask("dynamodb:PutItem").Decide(
        """{ "Effect": "Allow", "Action": "dynamodb:Get*", "Resource": "*" }"""));

    [Fact]
    public void OtherResource_IsNotAllowed() => Assert.Equal(Verdict.None, Requests.Ask("dynamodb:GetItem", Requests.Table + "2").Decide(
        $$"""{ "Effect": "Allow", "Action": "*", "Resource": "{{Requests.Table}}" }"""));

    [Fact]
    public void Deny_WinsOverAnEarlierAllow() => Assert.Equal(Verdict.Deny, Requests.Ask("dynamodb:GetItem").Decide(
        """
        { "Effect": "Allow", "Action": "*", "Resource": "*" },
        { "Effect": "Deny", "Action": "dynamodb:*", "Resource": "*" }
        """));

    [Theory]
    [InlineData("dynamodb:GetItem", false)]
    [InlineData("s3:GetObject", true)]
    public void NotAction_MeansEveryOtherAction(
        string action, bool allowed) => Assert.Equal(allowed ? Verdict.Allow : Verdict.None, Requests.Ask(action).Decide(
        """{ "Effect": "Allow", "NotAction": ["dynamodb:*", "iam:*"], "Resource": "*" }"""));

    [Theory]
    [InlineData(Requests.Table, false)]
    [InlineData(Requests.Table + "2", true)]
    public void NotResource_MeansEveryOtherResource(
        string resource, bool allowed) => Assert.Equal(allowed ? Verdict.Allow : Verdict.None, Requests.Ask("a:b", resource).Decide(
        $$"""{ "Effect": "Allow", "Action": "*", "NotResource": "{{Requests.Table}}" }"""));

    [Fact]
    public void Variable_IsFilledFromTheRequest() => Assert.Equal(Verdict.Allow,
        Requests.Ask("s3:GetObject", "arn:aws:s3:::b/7").With("s3:prefix", "7").Decide(
            """{ "Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b/${s3:prefix}" }"""));

    [Fact]
    public void StarInTheValueOfAVariable_IsNoWildcard() => Assert.Equal(Verdict.None,
        Requests.Ask("s3:GetObject", "arn:aws:s3:::b/secret").With("s3:prefix", "*").Decide(
            """{ "Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b/${s3:prefix}" }"""));

    [Theory]
    [InlineData("arn:aws:s3:::b/${s3:prefix}", false)]
    [InlineData("arn:aws:s3:::b/${s3:prefix, 'all'}", true)]
    public void VariableWithoutValue_MatchesOnlyByItsDefault(
        string resource, bool allowed) => Assert.Equal(allowed ? Verdict.Allow : Verdict.None,
        Requests.Ask("s3:GetObject", "arn:aws:s3:::b/all").Decide(
            $$"""{ "Effect": "Allow", "Action": "*", "Resource": "{{resource}}" }"""));

    [Fact]
    public void EscapedStar_IsAnOrdinaryCharacter() => Assert.Equal(Verdict.None, Requests.Ask("a:b", "arn:aws:s3:::b/x").Decide(
        """{ "Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b/${*}" }"""));

    [Theory]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "StringSounds": { "aws:SourceIp": "x" } } }""",
        "condition operator 'StringSounds' is not supported")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "ForSomeValues:StringEquals": {"""
        + """ "aws:SourceIp": "x" } } }""",
        "condition operator 'ForSomeValues:StringEquals' is not supported")]
    [InlineData("""{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "x" } } }""",
        "condition key 'aws:PrincipalOrgID' is not supported")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::${aws:PrincipalTag/team}" }""",
        "condition key 'aws:PrincipalTag/team' is not supported")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Where": "here" }""", "policy element 'Where' is not supported")]
    [InlineData("""{ "Effect": "Perhaps", "Action": "*", "Resource": "*" }""", "policy effect 'Perhaps' does not exist")]
    [InlineData("""{ "Effect": "Allow", "Resource": "*" }""", "a policy statement needs 'Action' or 'NotAction'")]
    [InlineData("""{ "Effect": "Allow", "Action": "*" }""", "a policy statement needs 'Resource' or 'NotResource'")]
    [InlineData(
        """{ "Effect": "Allow", "Action": "*", "Resource": "*", "Principal": "*" }""", "a policy of an identity has no 'Principal'")]
    [InlineData(
        """{ "Effect": "Allow", "Action": "*", "Resource": "arn:${aws:userid" }""",
        "the policy variable in 'arn:${aws:userid' has no closing brace")]
    public void WhatIsNotHonored_IsRefusedByName(string statement, string why)
    {
        var refusal = Assert.Throws<StartupException>(() => Requests.Read(statement));

        Assert.Equal($"Stack/Policy (AWS::IAM::Policy): {why}", refusal.Message);
    }

    [Theory]
    [InlineData("GetObject", "*", "the action 'GetObject' names no service, such as 's3:GetObject'")]
    [InlineData("s3:*", "bucket/*", "the resource 'bucket/*' is neither an ARN nor '*'")]
    public void ActionAndResource_ThatNameNothing_AreRefused(string action, string resource, string why) =>
        Assert.EndsWith(
            why,
            Assert.Throws<StartupException>(() => Requests.Read(
                $$"""{ "Effect": "Allow", "Action": "{{action}}", "Resource": "{{resource}}" }""")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void PrincipalWithAWildcardInItsName_IsRefused() => Assert.EndsWith(
        "the principal 'arn:aws:iam::123456789012:role/*' has a wildcard in its name",
        Assert.Throws<StartupException>(() => Requests.Read(
            """
            { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:role/*" }, "Action": "*", "Resource": "*" }
            """,
            PolicyKind.Resource)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("s3:GetObject", true)]
    [InlineData("execute-api:Invoke", false)]
    public void Anonymous_HasAPrincipalTypeWhereAServiceTakesSuchRequests(string action, bool denied) =>
        Assert.Equal(denied ? Verdict.Deny : Verdict.None, Requests.Ask(action, caller: Caller.Anonymous).Decide(
            """
            { "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*",
              "Condition": { "StringEquals": { "aws:PrincipalType": "Anonymous", "aws:userid": "anonymous" } } }
            """,
            PolicyKind.Resource));
}

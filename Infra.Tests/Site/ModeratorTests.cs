namespace Lexicon.Infra.Tests.Site;

/// <summary>Who gets the credentials of a moderator, and what they are good for.</summary>
public sealed class ModeratorTests
{
    [Theory, InEveryVariant]
    public void IdentityPool_KnowsTheReadersOfTheSite_AndNoGuests(string stage)
    {
        var pool = Site(stage).Only("AWS::Cognito::IdentityPool");
        pool.Says(
            ("AllowUnauthenticatedIdentities", "false"), ("AllowClassicFlow", "false"),
            ("CognitoIdentityProviders.0.ClientId", Site(stage).Only("AWS::Cognito::UserPoolClient").Ref),
            ("CognitoIdentityProviders.0.ProviderName", ProviderOf(stage)));
        Assert.Single(pool.Items("CognitoIdentityProviders"));
    }

    [Theory, InEveryVariant]
    public void OnlyTheGroup_GetsTheRole_AndNobodyElseAny(string stage)
    {
        var roles = Site(stage).Only("AWS::Cognito::IdentityPoolRoleAttachment");
        var mapping = Assert.Single(roles["RoleMappings"]!.AsObject()).Value!;
        var rule = Assert.Single(mapping["RulesConfiguration"]!["Rules"]!.AsArray())!;

        Assert.Null(roles["Roles"]);
        Assert.Equal(("Rules", "Deny"), ((string?)mapping["Type"], (string?)mapping["AmbiguousRoleResolution"]));
        Assert.Equal(
            $"{ProviderOf(stage)}:{Site(stage).Only("AWS::Cognito::UserPoolClient").Ref}", Intrinsics.Render(mapping["IdentityProvider"]));
        Assert.Equal(
            ("cognito:groups", "Contains", "moderators", RoleOf(stage).Arn),
            ((string?)rule["Claim"], (string?)rule["MatchType"], (string?)rule["Value"], Intrinsics.Render(rule["RoleARN"])));
        Stages.Named(stage).Stack("Data").Only("AWS::Cognito::UserPoolGroup").Says(("GroupName", "moderators"), ("RoleArn", ""));
    }

    [Theory, InEveryVariant]
    public void Role_IsTakenByWhoSignedIn_AndMayInvokeTheModerationRoutes_AndNothingElse(string stage)
    {
        var name = Stages.Named(stage).Name;
        var (role, pool) = (RoleOf(stage), Site(stage).Only("AWS::Cognito::IdentityPool").Ref);
        var api = $"arn:aws:execute-api:us-east-1:${{AWS::AccountId}}:${{import Lexicon-{name}-Api-ApiId}}/{name}";

        Assert.Equal(
            "StringEquals cognito-identity.amazonaws.com:aud " + pool
                + " and ForAnyValue:StringEquals cognito-identity.amazonaws.com:amr authenticated",
            Assert.Single(Statement.Of(role["AssumeRolePolicyDocument"])).Condition);
        Assert.Equal(
            [$"execute-api:Invoke on {api}/GET/api/moderation/reports, {api}/POST/api/moderation/reports/*/decision"],
            Statement.Of(role, Site(stage)).Select(statement => $"{statement}"));
    }

    private static string ProviderOf(string stage) => $"${{import Lexicon-{Stages.Named(stage).Name}-Data-Issuer}}.split('//')[1]";

    private static Resource RoleOf(string stage) => Site(stage).At("Moderators/Role/Resource");

    private static Template Site(string stage) => Stages.Named(stage).Site;
}

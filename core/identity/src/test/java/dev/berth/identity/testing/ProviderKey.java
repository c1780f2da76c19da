package dev.berth.identity.testing;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** A key that a provider signs by. */
public record ProviderKey(EllipticCurveJsonWebKey jwk) {

    /** Returns another with that id. */
    public static ProviderKey random(String id) {
        try {
            EllipticCurveJsonWebKey jwk = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            jwk.setKeyId(id);
            jwk.setUse("sig");
            return new ProviderKey(jwk);
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the set of keys that has this one's public half. */
    public String published() {
        return new JsonWebKeySet(jwk).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** Signs as it should be. */
    public String sign(JwtClaims claims) {
        JsonWebSignature signature = signature(claims);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKey(jwk.getPrivateKey());
        return text(signature);
    }

    /** Signs nothing at all, and says so. */
    public String unsigned(JwtClaims claims) {
        JsonWebSignature signature = signature(claims);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        return text(signature);
    }

    /** Signs by what is public, as if that were a secret. */
    public String signedByWhatIsPublic(JwtClaims claims) {
        JsonWebSignature signature = signature(claims);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(new HmacKey(jwk.getPublicKey().getEncoded()));
        return text(signature);
    }

    private JsonWebSignature signature(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKeyIdHeaderValue(jwk.getKeyId());
        return signature;
    }

    private static String text(JsonWebSignature signature) {
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

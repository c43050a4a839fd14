package org.sagrada.service.url;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;

/** Lets configuration records have fields of type {@link PublicUrl}. */
@ConfigurationPropertiesBinding
public final class PublicUrlConverter implements Converter<String, PublicUrl> {

    @Override
    public PublicUrl convert(String source) {
        return PublicUrl.parse(source);
    }
}
